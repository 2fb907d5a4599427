package com.newgroktimes.digest.stories.feeds;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

import com.newgroktimes.digest.stories.documents.BaseAddress;

/** Feeds in XML: RSS of every version, RDF, Atom. The parser is the JDK's; nothing outside the document is fetched or expanded. */
final class XmlFeed {

    private XmlFeed() {}

    /** @throws NoFeed where it is no XML, or another kind of it */
    static Feed read(String text, BaseAddress address) {
        XmlEntries entries = new XmlEntries(address);
        List<String> faults = new ArrayList<>();
        try {
            parser(entries).parse(new InputSource(new StringReader(TolerableXml.of(text))));
        } catch (XmlEntries.Enough enough) {
            faults.add(enough.sentence());
        } catch (SAXParseException broken) {
            faults.add(entries.whereItBroke(broken));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries.feed(faults);
    }

    private static XMLReader parser(XmlEntries entries) throws SAXException {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            // A prefix that is not declared would cost the whole feed; namespaces are told apart in XmlEntries.
            parsers.setNamespaceAware(false);
            parsers.setXIncludeAware(false);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            XMLReader parser = parsers.newSAXParser().getXMLReader();
            parser.setContentHandler(entries);
            parser.setErrorHandler(entries);
            parser.setEntityResolver(entries);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
