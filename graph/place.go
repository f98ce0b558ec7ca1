package graph

// PlaceType is what kind of a place a place is.
type PlaceType string

// The types of places.
const (
	PlaceContinent PlaceType = "CONTINENT"
	PlaceCountry   PlaceType = "COUNTRY"
	PlaceRegion    PlaceType = "REGION"   // of the first level: a state, a province
	PlaceDistrict  PlaceType = "DISTRICT" // of the second level: a county
	PlaceCity      PlaceType = "CITY"     // a city, town or village
)

// PlaceTypes lists the types of places in their fixed order.
func PlaceTypes() []PlaceType {
	return []PlaceType{PlaceContinent, PlaceCountry, PlaceRegion, PlaceDistrict, PlaceCity}
}

// PlaceFacts is where a place is, and what it is.
type PlaceFacts struct {
	GeoNames    int       `json:"geoNames"` // its id at geonames.org
	Type        PlaceType `json:"type"`
	Latitude    float64   `json:"latitude"`    // degrees north, -90 to 90
	Longitude   float64   `json:"longitude"`   // degrees east, -180 to 180
	CountryCode string    `json:"countryCode"` // ISO 3166-1 alpha-2 of its country, a country's own; "" for none
	CountryKey  Key       `json:"countryKey"`  // the key of its country, a country's own; "" for none
}

// Places tells where places are. It is a pure function, and is called concurrently.
type Places interface {
	// Place tells what is known of the place of a key; ok is false for a place that is not known, and for keys of other kinds.
	Place(key Key) (facts PlaceFacts, ok bool)
}

// PlaceOf is what is known of the place of an entity by the least key of its group: nil for what is not known, and where places is nil.
func PlaceOf(places Places, key Key) *PlaceFacts {
	if places == nil || key.Kind() != KindPlace {
		return nil
	}
	facts, ok := places.Place(key)
	if !ok {
		return nil
	}
	return &facts
}
