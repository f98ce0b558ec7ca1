package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// fromWheel reads a file of a wheel, which is a zip archive.
func fromWheel(wheel, name string) ([]byte, error) {
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer z.Close() //nolint:errcheck // only read from
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func jsonFromWheel(wheel, name string, into any) error {
	b, err := fromWheel(wheel, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// rowsFromWheel are the lines of a file of tab-separated values.
func rowsFromWheel(wheel, name string) ([][]string, error) {
	b, err := fromWheel(wheel, name)
	var rows [][]string
	for line := range strings.Lines(string(b)) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return rows, err
}

// eachOfPackage calls visit with each JSON file of an npm archive, by its name without ".json".
func eachOfPackage(archive string, visit func(name string, content []byte) error) error {
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read from
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if path.Ext(h.Name) != ".json" {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := visit(strings.TrimSuffix(path.Base(h.Name), ".json"), content); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
	}
}
