package com.newgroktimes.digest.stories.markdown;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML in which everything is text, within limits: no type is guessed, none can be asked for, and nothing unfolds. */
final class PlainYaml {

    private static final Pattern TWICE = Pattern.compile("found duplicate key (.*)", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("(?i)global tag is not allowed|could not determine a constructor");

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
            Yaml reader =
                    new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new TextOnly());
            refuseReferences(reader, yaml, linesAbove);
            refuseNameless(reader.compose(new StringReader(yaml)), linesAbove);
            return reader.load(yaml);
        } catch (MarkedYAMLException e) {
            throw new BrokenFrontMatter(line(e.getProblemMark(), linesAbove), reason(e));
        } catch (YAMLException e) {
            throw new BrokenFrontMatter(linesAbove, String.valueOf(e.getMessage()));
        }
    }

    /** Most break it by a colon; the parser's own words of other things name what only its makers know. */
    private static String reason(MarkedYAMLException e) {
        Matcher twice = TWICE.matcher(String.valueOf(e.getProblem()));
        if (twice.matches()) {
            return twice.group(1) + " stands here a second time; keep one of the two";
        }
        return TAG.matcher(String.valueOf(e.getProblem())).lookingAt()
                ? "what begins with ! asks for a type, and all is text here; take that word away"
                : e.getProblem() + "; text with : or # in it needs quotes";
    }

    /** A list that is within itself has no end, and those that are within one another a thousand times have hardly one. */
    private static void refuseReferences(Yaml reader, String yaml, int linesAbove) {
        Set<String> collections = new HashSet<>();
        for (Event event : reader.parse(new StringReader(yaml))) {
            if (event instanceof CollectionStartEvent start && start.getAnchor() != null) {
                collections.add(start.getAnchor());
            } else if (event instanceof AliasEvent alias && collections.contains(alias.getAnchor())) {
                throw new BrokenFrontMatter(
                        line(alias.getStartMark(), linesAbove),
                        "*%s stands for a list or map that is written elsewhere; write it out here"
                                .formatted(alias.getAnchor()));
            }
        }
    }

    private static void refuseNameless(@Nullable Node node, int linesAbove) {
        if (node instanceof MappingNode map) {
            for (NodeTuple field : map.getValue()) {
                if (field.getKeyNode().getTag().equals(Tag.NULL)) {
                    throw new BrokenFrontMatter(
                            line(field.getKeyNode().getStartMark(), linesAbove),
                            "a field has no name before its colon");
                }
                refuseNameless(field.getValueNode(), linesAbove);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(one -> refuseNameless(one, linesAbove));
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
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
