"""The app of fastapi/main.py, in Django."""

import hashlib
import os
import time

from django.conf import settings
from django.http import HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.urls import path
from django.views.static import serve


def home(request):
    return JsonResponse({"framework": "django", "message": os.environ.get("MESSAGE", "none")})


def item(request, number):
    print("item", number, flush=True)
    return JsonResponse({"number": number, "q": request.GET.get("q", "")})


def cookie(request):
    answer = JsonResponse({"seen": request.COOKIES.get("seen", "never")})
    answer.set_cookie("seen", "once", httponly=True)
    answer.set_cookie("other", "a b")
    return answer


def away(request):
    answer = HttpResponseRedirect("/items/7?q=there")
    answer.status_code = 303
    return answer


def stream(request):
    def lines():
        for number in range(5):
            yield f"line {number}\n"
            time.sleep(0.02)

    return StreamingHttpResponse(lines(), content_type="text/plain")


def upload(request):
    digest, size = hashlib.sha256(), 0
    while piece := request.read(65536):
        digest.update(piece)
        size += len(piece)
    return JsonResponse({"bytes": size, "sha256": digest.hexdigest()})


urlpatterns = [
    path("", home),
    path("items/<int:number>", item),
    path("cookie", cookie),
    path("redirect", away),
    path("stream", stream),
    path("upload", upload),
    path("static/<path:path>", serve, {"document_root": settings.BASE_DIR / "static"}),
]
