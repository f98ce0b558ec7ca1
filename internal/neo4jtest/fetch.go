package neo4jtest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

//go:embed pom.xml
var pom []byte

// minJava is the least Java version that Neo4j 5 runs on.
const minJava = 17

var (
	pomVersion  = regexp.MustCompile(`<neo4j\.version>([0-9.]+)</neo4j\.version>`)
	javaVersion = regexp.MustCompile(`version "(?:1\.)?(\d+)`)
)

// Version is the version of the Neo4j server that this package runs, as its pom.xml has it.
func Version() string { return string(pomVersion.FindSubmatch(pom)[1]) }

// cacheDir is where downloaded servers and the data of [Serve] are kept between runs.
func cacheDir() (string, error) {
	user, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find a cache folder: %w", err)
	}
	return filepath.Join(user, "newsgraph"), nil
}

// jars returns the folder with the server's jars, after having Maven fetch them when they are not there yet. Processes
// that need them at the same time wait for one another.
func jars(ctx context.Context) (string, error) {
	cache, err := cacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "neo4j-"+Version())
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", fmt.Errorf("make the cache folder: %w", err)
	}
	unlock, err := lock(dir + ".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	lib := filepath.Join(dir, "lib")
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	return lib, fetch(ctx, dir, lib)
}

// fetch downloads the jars to a folder beside lib and renames it, so that lib is complete whenever it is there.
func fetch(ctx context.Context, dir, lib string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return fmt.Errorf("find Maven: %w", err)
	}
	part := lib + ".part"
	if err := errors.Join(os.RemoveAll(part), os.MkdirAll(dir, 0o755)); err != nil {
		return fmt.Errorf("prepare the cache folder: %w", err)
	}
	file := filepath.Join(dir, "pom.xml")
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return fmt.Errorf("write the list of jars: %w", err)
	}
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-f", file, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+part)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("fetch Neo4j %s with Maven: %w\n%s", Version(), err, out)
	}
	if err := os.Rename(part, lib); err != nil {
		return fmt.Errorf("keep the fetched jars: %w", err)
	}
	return nil
}

// java returns the path of a Java that is new enough: that of JAVA_HOME, or else the first in PATH.
func java(ctx context.Context) (string, error) {
	path := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		path = filepath.Join(home, "bin", "java")
	}
	path, err := exec.LookPath(path)
	if err != nil {
		return "", fmt.Errorf("find Java: %w", err)
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("ask %s for its version: %w", path, err)
	}
	m := javaVersion.FindSubmatch(out)
	if m == nil {
		return "", fmt.Errorf("%s does not tell its version: %q", path, strings.TrimSpace(string(out)))
	}
	if n, err := strconv.Atoi(string(m[1])); err != nil || n < minJava {
		return "", fmt.Errorf("%s is Java %s; Neo4j needs Java %d or newer", path, m[1], minJava)
	}
	return path, nil
}
