package graph

// EntityNode is an entity as the type of its kind: [*Person], [*Organization], [*Place] or [*Event].
type EntityNode interface {
	Node
	Base() *Entity
}

// Person is an entity of kind PERSON.
type Person struct{ Entity }

// Organization is an entity of kind ORGANIZATION.
type Organization struct{ Entity }

// Place is an entity of kind PLACE.
type Place struct{ Entity }

// Event is an entity of kind EVENT.
type Event struct{ Entity }

// Base returns the entity itself.
func (e *Entity) Base() *Entity { return e }

// Typed returns the entity as the type of its kind. Later changes to one do not show in the other.
func (e *Entity) Typed() EntityNode {
	switch e.Kind {
	case KindPerson:
		return &Person{*e}
	case KindOrganization:
		return &Organization{*e}
	case KindPlace:
		return &Place{*e}
	case KindEvent:
		return &Event{*e}
	}
	return nil
}
