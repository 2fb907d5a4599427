package com.newgroktimes.digest.stories.documents;

import java.util.Locale;
import java.util.Set;

/** The category that blog programs give to what has none, as they call it in each language: it is no section. */
public final class StockCategory {

    /** As WordPress names it, and as Medium's and Blogger's kin copied it. In small letters. */
    private static final Set<String> NAMES = Set.of(
            "uncategorized",
            "uncategorised",
            "allgemein",
            "nicht kategorisiert",
            "unkategorisiert",
            "non classé",
            "non classifié(e)",
            "sin categoría",
            "sin categorizar",
            "sense categoria",
            "senza categoria",
            "sem categoria",
            "geen categorie",
            "niet gecategoriseerd",
            "bez kategorii",
            "okategoriserade",
            "okategoriserad",
            "ukategorisert",
            "ukategoriseret",
            "ikke kategoriseret",
            "nezařazené",
            "nezaradené",
            "kategorizálatlan",
            "fără categorie",
            "без рубрики",
            "без категорії",
            "некатегоризирано",
            "χωρίς κατηγορία",
            "kategorisiz",
            "tak berkategori",
            "chưa phân loại",
            "غير مصنف",
            "ללא קטגוריה",
            "未分類",
            "未分类",
            "미분류");

    private StockCategory() {}

    public static boolean isOne(String category) {
        return NAMES.contains(category.strip().toLowerCase(Locale.ROOT));
    }
}
