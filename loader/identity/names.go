package identity

import (
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
)

// name is the name of a key, taken apart once.
type name struct {
	person       personName       // of a person
	organization organizationName // of an organization
	event        EventFacts       // of an event without a name
	main         string           // of a person's blocks, that of the first name and the surname
	blocks       []string
}

func newName(key graph.Key, places *atlas) *name {
	n := &name{}
	if strings.TrimSpace(key.Name()) == "" {
		return n
	}
	switch key.Kind() {
	case graph.KindPerson:
		n.person = parsePerson(key.Name())
		n.blocks = n.person.blocks()
		n.main = full(n.person.first(), n.person.last())
	case graph.KindOrganization:
		n.organization = parseOrganization(key.Name())
		n.blocks = n.organization.blocks()
	case graph.KindEvent:
		n.event, n.blocks = codedEvent(key)
	case graph.KindPlace:
		n.blocks = places.blocks(key)
	}
	return n
}

// maxNames is how many names are kept in each of two generations. The names of a few thousand articles fit in; a name has about 1 KB.
const maxNames = 1 << 14

// names keeps the names that were asked for last. It may be used by many goroutines at once.
type names struct {
	places     *atlas
	mu         sync.Mutex
	young, old map[graph.Key]*name
}

func (n *names) of(key graph.Key) *name {
	n.mu.Lock()
	defer n.mu.Unlock()
	if found := n.young[key]; found != nil {
		return found
	}
	found := n.old[key]
	if found == nil {
		found = newName(key, n.places)
	}
	if n.young == nil || len(n.young) >= maxNames {
		n.young, n.old = make(map[graph.Key]*name, maxNames), n.young
	}
	n.young[key] = found
	return found
}
