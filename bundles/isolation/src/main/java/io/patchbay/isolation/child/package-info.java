/** The program of a child process: a framework of its own with one bundle of a provider in it, which does what the engine asks for. */
@NullMarked
package io.patchbay.isolation.child;

import org.jspecify.annotations.NullMarked;
