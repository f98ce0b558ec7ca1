package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// KeptPassword is the password of the servers of [Serve]; they listen on loopback only.
const KeptPassword = "newsgraph"

// Serve runs a server of Java at the given loopback addresses until ctx ends; it calls ready with its URI when it
// answers. Its data stay in the user's cache folder, and are there again when it runs the next time.
func Serve(ctx context.Context, bolt, http string, ready func(uri string)) error {
	cache, err := cacheDir()
	if err != nil {
		return err
	}
	dir := filepath.Join(cache, "neo4j-data")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("make the server's home: %w", err)
	}
	proc, err := startJava(ctx, &home{dir: dir, bolt: bolt, http: http, keep: true, heap: "2g"})
	if err != nil {
		return err
	}
	err = proc.wait(ctx, bolt, filepath.Join(dir, "password-is-set"), ready)
	if err != nil && ctx.Err() == nil {
		err = fmt.Errorf("%w; the server's own words are in %s", err, filepath.Join(dir, "logs", "console.log"))
	}
	return errors.Join(err, proc.end())
}

// wait makes the server ready, says so, and waits until ctx ends. The file done tells that the password has been set.
func (s *supervised) wait(ctx context.Context, bolt, done string, ready func(uri string)) error {
	start, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	if _, err := os.Stat(done); errors.Is(err, os.ErrNotExist) {
		if err := setPassword(start, bolt, KeptPassword, s); err != nil {
			return err
		}
		if err := os.WriteFile(done, nil, 0o644); err != nil {
			return fmt.Errorf("note that the password is set: %w", err)
		}
	}
	server, err := connect(start, bolt, KeptPassword, s)
	if err != nil {
		return err
	}
	ready(server.URI())
	<-ctx.Done()
	return server.driver.Close(context.WithoutCancel(ctx))
}
