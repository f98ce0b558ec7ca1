# syntax=docker/dockerfile:1
FROM golang:1.26-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o /newsgraph ./cmd/newsgraph

# Alpine and not scratch: the health check needs wget, and TLS the certificates.
FROM alpine:3.22
RUN adduser -D -u 10001 newsgraph && install -d -o newsgraph /data
COPY --from=build /newsgraph /usr/local/bin/newsgraph
USER newsgraph
WORKDIR /data
VOLUME /data
EXPOSE 8080
# Without a --store the graph lies in the volume.
ENV NEWSGRAPH_STORE=sqlite:/data/newsgraph.db
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz || exit 1
ENTRYPOINT ["newsgraph"]
CMD ["serve", "--addr", "0.0.0.0:8080", "--insecure"]
