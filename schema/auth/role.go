package auth

import "fmt"

// Role is what an identity may do. A greater role may do all that a lesser one may.
type Role int

// The roles, the least first.
const (
	None   Role = iota // nothing
	Reader             // read the graph
	Editor             // add articles, take them out, judge who is who
	Admin              // see who did what
)

// String returns the role's name as tokens have it.
func (r Role) String() string {
	switch r {
	case Reader:
		return "reader"
	case Editor:
		return "editor"
	case Admin:
		return "admin"
	default:
		return "none"
	}
}

// ParseRole returns the role with the name, and an error for any other text. None has no name: nobody is given it.
func ParseRole(name string) (Role, error) {
	for _, r := range []Role{Reader, Editor, Admin} {
		if name == r.String() {
			return r, nil
		}
	}
	return None, fmt.Errorf("%q is not a role: it must be reader, editor or admin", name)
}

// Least is the table of who may do what: the least role that may ask for a field of a root type (Query,
// Mutation or Subscription). What is not in the table is read by readers and written by editors.
func Least(root, field string) Role {
	switch {
	case root == "Query" && field == "audit":
		return Admin
	case root == "Mutation":
		return Editor
	}
	return Reader
}
