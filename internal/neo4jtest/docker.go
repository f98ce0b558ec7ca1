package neo4jtest

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"time"
)

// dockerRuns tells whether there is a Docker engine.
func dockerRuns(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "docker", "version", "--format", "{{.Server.Version}}").Run() == nil
}

// startDocker starts a server in a container that is gone with this process.
func startDocker(ctx context.Context) (*Server, error) {
	bolt, err := freeAddress()
	if err != nil {
		return nil, err
	}
	_, port, err := net.SplitHostPort(bolt)
	if err != nil {
		return nil, fmt.Errorf("find a free port: %w", err)
	}
	const password = "newsgraph-test"
	name := fmt.Sprintf("newsgraph-test-%d-%s", os.Getpid(), port)
	proc, err := supervise("docker", name, "SCRATCH",
		"docker", "run", "-d", "--name", name, "-p", "127.0.0.1:"+port+":7687",
		"-e", "NEO4J_AUTH=neo4j/"+password,
		"-e", "NEO4J_server_bolt_advertised__address="+bolt,
		"-e", "NEO4J_server_memory_heap_max__size=1g",
		"-e", "NEO4J_server_memory_pagecache_size=128m",
		"-e", "NEO4J_dbms_usage__report_enabled=false",
		"neo4j:"+Version()+"-community")
	if err != nil {
		return nil, err
	}
	if err := proc.order("start"); err != nil {
		return nil, err
	}
	s, err := connect(ctx, bolt, password, proc)
	if err != nil {
		_ = proc.end()
		return nil, err
	}
	return s, nil
}
