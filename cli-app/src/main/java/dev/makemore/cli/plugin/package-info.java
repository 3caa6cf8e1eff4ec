/**
 * Learners and kinds of models from outside: finds them in the jars of a folder that the user names
 * with {@code --plugins}, checks them, and says which jar is wrong.
 *
 * <p>Nothing here runs unless the option is given.
 */
package dev.makemore.cli.plugin;
