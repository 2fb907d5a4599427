package com.newgroktimes.digest.editions.checks;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.stories.Story;

/** Both tellings of a story are there, and neither drowns out the other. */
final class Perspectives implements Rule {

    @Override
    public String id() {
        return "perspectives";
    }

    @Override
    public List<Finding> look(Proof proof) {
        var findings = new ArrayList<Finding>();
        proof.told().forEach(story -> look(story.content(), findings));
        return findings;
    }

    private static void look(Story story, List<Finding> findings) {
        int msm = length(story.msmPerspective());
        int x = length(story.xPerspective());
        if (msm == 0) {
            findings.add(Finding.look("no-msm", story.headline()));
        }
        if (x == 0) {
            findings.add(Finding.look("no-x", story.headline()));
        }
        if (msm > 0 && x > 0 && Math.max(msm, x) > 2 * Math.min(msm, x)) {
            findings.add(Finding.look(msm > x ? "msm-longer" : "x-longer", story.headline()));
        }
    }

    private static int length(@Nullable String perspective) {
        return perspective == null ? 0 : perspective.strip().length();
    }
}
