// clean
// option -Agatewright.adapters=jakarta-rest, javax-rest,
package orders;

class Known {}
