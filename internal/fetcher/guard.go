package fetcher

import (
	"context"
	"fmt"
	"net/netip"
	"syscall"

	"code.dny.dev/ssrf"
)

// guard refuses connections to addresses that are not public, and not in the networks.
func guard(networks []netip.Prefix) func(context.Context, string, string, syscall.RawConn) error {
	public := ssrf.New()
	return func(_ context.Context, network, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil {
			return fmt.Errorf("%w: %s", ErrForbidden, address)
		}
		for _, n := range networks {
			if n.Contains(at.Addr().Unmap()) {
				return nil
			}
		}
		if err := public.Safe(network, address, nil); err != nil {
			return fmt.Errorf("%w: %w", ErrForbidden, err)
		}
		return nil
	}
}
