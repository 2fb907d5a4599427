package com.newgroktimes.digest.stories.markdown;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML in which everything is text, within limits: no type is guessed, none can be asked for, and nothing unfolds. */
final class PlainYaml {

    private PlainYaml() {}

    static Map<?, ?> map(String yaml, int linesAbove) {
        Object document = load(yaml, linesAbove);
        if (document == null) {
            return Map.of();
        }
        if (document instanceof Map<?, ?> map) {
            return map;
        }
        throw new BrokenFrontMatter(linesAbove + 1, "front matter is made of lines such as \"headline: A headline\"");
    }

    private static @Nullable Object load(String yaml, int linesAbove) {
        LoaderOptions limits = limits();
        DumperOptions unused = new DumperOptions();
        try {
            return new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new TextOnly())
                    .load(yaml);
        } catch (MarkedYAMLException e) {
            throw new BrokenFrontMatter(
                    line(e.getProblemMark(), linesAbove), e.getProblem() + "; text with : or # in it needs quotes");
        } catch (YAMLException e) {
            throw new BrokenFrontMatter(linesAbove, String.valueOf(e.getMessage()));
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(10);
        limits.setNestingDepthLimit(10);
        return limits;
    }

    private static int line(@Nullable Mark mark, int linesAbove) {
        return mark == null ? linesAbove : linesAbove + mark.getLine() + 1;
    }

    /** Of the types that YAML guesses from what is written, only "nothing" is kept. */
    private static final class TextOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
