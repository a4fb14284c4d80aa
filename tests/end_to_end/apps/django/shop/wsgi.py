import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
print("starting with", os.environ.get("TOKEN", "no token"), flush=True)
application = get_wsgi_application()
