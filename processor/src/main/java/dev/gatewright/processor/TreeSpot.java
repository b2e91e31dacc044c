package dev.gatewright.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.gatewright.processor.model.SourceSpot;

/** A place that javac knows as a tree only, not as an element. */
record TreeSpot(String element, Tree tree, CompilationUnitTree unit) implements SourceSpot {}
