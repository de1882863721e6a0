package io.novacron.oncall.demo.elasticsearch;

/**
 * One field of a mapping.
 *
 * @param name the dotted path
 * @param ignoreAbove a longer value of a keyword is kept but cannot be searched
 */
record Field(String name, FieldType type, int ignoreAbove) {

    Field(String name, FieldType type) {
        this(name, type, Integer.MAX_VALUE);
    }
}
