package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

import com.newgroktimes.digest.platform.Publication;

/** {@code at("/editions")} in a mail's template: a page of this service, in the language of the mail. */
record OurPages(Publication publication, Locale language) implements TemplateMethodModelEx {

    @Override
    public Object exec(List arguments) throws TemplateModelException {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel path)) {
            throw new TemplateModelException("at needs the path of a page: at(\"/editions\")");
        }
        return PageLanguage.asking(publication.at(path.getAsString()), language).toString();
    }
}
