package com.newgroktimes.digest.stories.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a heading says, on one line: of a link its words, of a picture what is said about it. */
final class HeadingText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    private HeadingText() {}

    static String of(Heading heading) {
        HeadingText read = new HeadingText();
        heading.accept(read);
        return read.text.toString().strip();
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak line) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak line) {
        text.append(' ');
    }
}
