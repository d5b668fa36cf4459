/** Faults on purpose: each breaks one rule of ArchitectureTest, which must see it. */
package planted;
