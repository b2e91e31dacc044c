// option -Agatewright.adapters=jakarta-rest,jax-rs, struts
package orders;

// expect 1: [GW-M23] the compiler option -Agatewright.adapters names 'struts', which is no framework without an adapter. Fix: write some of: jakarta-rest, javax-rest.
// expect 1: [GW-M23] the compiler option -Agatewright.adapters names 'jax-rs', which is no framework without an adapter. Fix: write some of: jakarta-rest, javax-rest.
class Unknown {}
