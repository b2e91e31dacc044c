// option -Agatewright.baseline=gatewright-baseline.txt
package orders;

// expect 1: [GW-A11] the baseline of undecided endpoints cannot be used: the compiler option -Agatewright.baseline has the value 'gatewright-baseline.txt', which is no absolute path of a file. Fix: begin it with the directory of the module: ${project.basedir} in Maven, $projectDir in Gradle.
class Orders {}
