"""The app of fastapi/main.py, in Flask."""

import hashlib
import os
import time

from flask import Flask, Response, jsonify, redirect, request

app = Flask(__name__)
print("starting with", os.environ.get("TOKEN", "no token"), flush=True)


@app.get("/")
def home():
    return jsonify(framework="flask", message=os.environ.get("MESSAGE", "none"))


@app.get("/items/<int:number>")
def item(number):
    print("item", number, flush=True)
    return jsonify(number=number, q=request.args.get("q", ""))


@app.get("/cookie")
def cookie():
    answer = jsonify(seen=request.cookies.get("seen", "never"))
    answer.set_cookie("seen", "once", httponly=True, max_age=60)
    answer.set_cookie("other", "a b")
    return answer


@app.get("/redirect")
def away():
    return redirect("/items/7?q=there", code=303)


@app.get("/stream")
def stream():
    def lines():
        for number in range(5):
            yield f"line {number}\n"
            time.sleep(0.02)

    return Response(lines(), mimetype="text/plain")


@app.post("/upload")
def upload():
    digest, size = hashlib.sha256(), 0
    while piece := request.stream.read(65536):
        digest.update(piece)
        size += len(piece)
    return jsonify(bytes=size, sha256=digest.hexdigest())
