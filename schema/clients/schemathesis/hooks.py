"""What schemathesis holds each answer to: JSON with data or with errors that a client can act on, and nothing from inside the server."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

# Words that only a message from inside would have.
INSIDE = ("graph.", "sql:", "sqlite", "neo4j", "cypher", "panic", "goroutine", "runtime error", ".go:")

# Ids and names that are there, and some that are not.
KNOWN = st.sampled_from(["Tamsen", "Civic Front", "e_2znjqf7gf5vj650x", "e_tfmfhm78av77brzf", "s_0", ""])

schemathesis.graphql.scalar("ID", (KNOWN | st.text(max_size=20)).map(nodes.String))
schemathesis.graphql.scalar("DateTime", st.datetimes().map(lambda t: nodes.String(t.isoformat() + "Z")))


@schemathesis.check
def speaks_to_clients(ctx, response, case):
    """An answer below 500 that is JSON; it has data or errors, and each error has a code and says nothing from inside."""
    assert response.status_code < 500, f"status {response.status_code}: {response.text}"
    answer = response.json()
    asked = case.as_transport_kwargs()["json"]["query"].lower()
    errors = answer.get("errors", [])
    assert errors or answer.get("data") is not None, f"neither data nor errors: {answer}"
    for error in errors:
        code = error.get("extensions", {}).get("code")
        assert code and code != "INTERNAL", f"code {code}: {error}"
        inside = [word for word in INSIDE if word in error["message"].lower() and word not in asked]
        assert not inside, f"a message from inside: {error}"
