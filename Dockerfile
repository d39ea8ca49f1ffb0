# One image for every process: server, worker, migrate, seed, admin. See docs/container.md.
ARG BASE=node:24-bookworm-slim

FROM --platform=linux/amd64 ${BASE} AS base
WORKDIR /app
ENV npm_config_fetch_retries=5 npm_config_fetch_retry_maxtimeout=60000 npm_config_audit=false npm_config_fund=false
# The base's own Node replaces the one from npm. It may be newer within its line, never older than what is tested.
COPY package.json ./
RUN node -e "const pinned = require('./package.json').dependencies.node, { node } = process.versions; \
    const older = node.localeCompare(pinned, 'en', { numeric: true }) < 0; \
    if (older || parseInt(node) !== parseInt(pinned)) throw new Error('Node ' + node + ' for ' + pinned)"

FROM base AS build
COPY package-lock.json ./
# Where a registry needs a name and a password: --secret id=npmrc,src=$HOME/.npmrc
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
# `test` is the build with development sign-in, for docker-compose.yml.
ARG MODE=production
RUN node node_modules/@remix-run/dev/dist/cli.js vite:build --mode ${MODE} \
    && if [ "${MODE}" = test ]; then mv build-test build; fi

FROM base AS dependencies
COPY package-lock.json ./
# A second Node would stay behind as it is told, and a compiler that a peer of Remix may do without.
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc --mount=type=cache,target=/root/.npm \
    npm ci --ignore-scripts --omit=dev && rm -rf node_modules/node node_modules/typescript

FROM base AS image
ARG VERSION=unknown
LABEL org.opencontainers.image.title="Dustjacket" \
      org.opencontainers.image.description="A marketplace for book covers where the brief is the print specification." \
      org.opencontainers.image.revision="${VERSION}"
# Two arenas: glibc otherwise keeps one for each thread that ever decoded a picture. And half of 512 MB for the heap:
# pictures are decoded outside of it. A task with more memory says more.
ENV NODE_ENV=production PORT=3000 MALLOC_ARENA_MAX=2 NODE_OPTIONS=--max-old-space-size=256
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY server.ts ./
COPY app ./app
COPY db ./db
USER 1000:1000
# Uploads are taken in here. Fargate mounts an empty volume, and hands it over with the rights it has in the image.
VOLUME ["/tmp"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "app/command.server.ts"]
CMD ["server"]
