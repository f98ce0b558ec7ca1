package article

// PlaceType is what kind of a place a place is.
type PlaceType string

// The types of places.
const (
	PlaceContinent PlaceType = "CONTINENT"
	PlaceCountry   PlaceType = "COUNTRY"
	PlaceRegion    PlaceType = "REGION"   // of the first level: a state, a province
	PlaceDistrict  PlaceType = "DISTRICT" // of the second level: a county
	PlaceCity      PlaceType = "CITY"     // a city, town or village
	PlaceArea      PlaceType = "AREA"     // a part of one of the others, or what lies around it: "Northern Iraq"
)

// Location is where a place is, and what it is, by the gazetteer.
type Location struct {
	GeoNames    uint32 // its id at geonames.org; 0 for an area
	Name        string // the gazetteer's name for it, or for what an area is a part of
	Type        PlaceType
	Latitude    float64 // degrees north, -90 to 90
	Longitude   float64 // degrees east, -180 to 180
	CountryCode string  // ISO 3166-1 alpha-2, of a country its own; "" for what lies in none
	Country     string  // the country's everyday name; "" for what lies in none
	Region      string  // the name of the region of the first level that it lies in, of a region its own; "" for none
	// Usual tells that nothing sets it apart: it is what the actor's name means where a text says nothing else.
	Usual      bool
	Confidence float64 // 0 to 1
	Reason     Reason
}
