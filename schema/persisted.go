package schema

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// persisted is the extension for requests that give the hash of a query, as Apollo's automatic persisted queries do:
// extensions.persistedQuery with version 1 and sha256Hash. A client sends the hash alone, and text and hash once
// when it is told that the hash is not known.
type persisted struct{ texts graphql.Cache[string] }

var _ interface {
	graphql.OperationParameterMutator
	graphql.HandlerExtension
} = persisted{}

// ExtensionName names the extension.
func (persisted) ExtensionName() string { return "PersistedQueries" }

// Validate has nothing to check.
func (persisted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts the text in the place of its hash.
func (p persisted) MutateOperationParameters(ctx context.Context, params *graphql.RawParams) *gqlerror.Error {
	hash, refused := queryHash(params)
	if refused != nil || hash == "" {
		return refused.of(ctx)
	}
	if params.Query != "" {
		if hashText(params.Query) != hash {
			return refuse(http.StatusBadRequest, codeBadRequest, "the hash in extensions.persistedQuery is not that of the query").of(ctx)
		}
		p.texts.Add(ctx, hash, params.Query)
		return nil
	}
	text, ok := p.texts.Get(ctx, hash)
	if !ok {
		// The words and the status that clients of Apollo's protocol wait for.
		return refuse(http.StatusOK, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound").of(ctx)
	}
	params.Query = text
	return nil
}

// queryHash returns the hash that a request gives, "" when it gives none.
func queryHash(params *graphql.RawParams) (string, *refusal) {
	extension := params.Extensions["persistedQuery"]
	if extension == nil {
		return "", nil
	}
	fields, _ := extension.(map[string]any)
	hash, _ := fields["sha256Hash"].(string)
	if version, _ := asInt(fields["version"]); version != 1 || hash == "" {
		return "", refuse(http.StatusBadRequest, codeBadRequest, "extensions.persistedQuery must have version 1 and a sha256Hash")
	}
	return hash, nil
}

func hashText(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
