// option -Agatewright.adapters=jakarta-rest,jax-rs, struts
package orders;

// expect 1: [GW-M23] the compiler option -Agatewright.adapters has the value 'struts', which is no framework that it knows. Fix: use one of jakarta-rest, javax-rest, or several separated by commas.
// expect 1: [GW-M23] the compiler option -Agatewright.adapters has the value 'jax-rs', which is no framework that it knows. Fix: use one of jakarta-rest, javax-rest, or several separated by commas.
class Unknown {}
