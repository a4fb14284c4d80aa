"""What the tests ask of every framework: routes, files, a cookie, a redirect, a stream and an upload."""

import asyncio
import hashlib
import os
import pathlib

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles

here = pathlib.Path(__file__).parent
app = FastAPI()
app.mount("/static", StaticFiles(directory=here / "static"))
print("starting with", os.environ.get("TOKEN", "no token"), flush=True)


@app.get("/")
def home():
    return {"framework": "fastapi", "message": os.environ.get("MESSAGE", "none")}


@app.get("/items/{number}")
def item(number: int, q: str = ""):
    print("item", number, flush=True)
    return {"number": number, "q": q}


@app.get("/cookie")
def cookie(request: Request):
    answer = JSONResponse({"seen": request.cookies.get("seen", "never")})
    answer.set_cookie("seen", "once", httponly=True, max_age=60)
    answer.set_cookie("other", "a b")
    return answer


@app.get("/redirect")
def redirect():
    return RedirectResponse("/items/7?q=there", status_code=303)


@app.get("/stream")
def stream():
    async def lines():
        for number in range(5):
            yield f"line {number}\n"
            await asyncio.sleep(0.02)

    return StreamingResponse(lines(), media_type="text/plain")


@app.post("/upload")
async def upload(request: Request):
    digest, size = hashlib.sha256(), 0
    async for piece in request.stream():
        digest.update(piece)
        size += len(piece)
    return {"bytes": size, "sha256": digest.hexdigest()}
