import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDF files against all machine rules of PDF/A-2a and PDF/UA-1, with veraPDF's own validator.
 *
 * Prints for each file and standard how many rules were tried and how often, then each that failed.
 * veraPDF comes within the package @opendataloader/pdf, which leaves out the reader of its profiles
 * (JAXB); so they are read here.
 */
public class Validate {
    private record Standard(PDFAFlavour flavour, String profile) {}

    private static final List<Standard> STANDARDS = List.of(
            new Standard(PDFAFlavour.PDFA_2_A, "PDFA-2A.xml"),
            new Standard(PDFAFlavour.PDFUA_1, "PDFUA-1.xml"));

    public static void main(String[] files) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (Standard standard : STANDARDS) {
            ValidationProfile profile = read(standard);
            for (String file : files) {
                validate(file, standard, profile);
            }
        }
    }

    private static void validate(String file, Standard standard, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), standard.flavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "passes" : "fails";
            System.out.printf("%s\t%s\t%s\t%d\t%d%n", verdict, file, standard.flavour().getId(),
                    profile.getRules().size(), result.getTotalAssertions());
            for (TestAssertion failed : result.getTestAssertions()) {
                RuleId rule = failed.getRuleId();
                System.out.printf("rule\t%s\t%s %s-%d\t%s%n", file, standard.flavour().getId(), rule.getClause(),
                        rule.getTestNumber(), profile.getRuleByRuleId(rule).getDescription().replaceAll("\\s+", " "));
            }
        }
    }

    private static ValidationProfile read(Standard standard) throws Exception {
        try (InputStream stream = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + standard.profile())) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element rule : elements(root, "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element each : elements(root, "variable")) {
                variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                        text(each, "defaultValue"), text(each, "value")));
            }
            return Profiles.profileFromValues(standard.flavour(),
                    Profiles.profileDetailsFromValues(standard.profile(), "", "", new Date(0)), "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = elements(rule, "id").get(0);
        String deferred = rule.getAttribute("deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred.isEmpty() ? null : Boolean.valueOf(deferred),
                rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()), new ArrayList<>());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }
}
