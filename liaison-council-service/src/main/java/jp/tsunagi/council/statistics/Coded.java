package jp.tsunagi.council.statistics;

/** A code of the platform's vocabulary and the words people read for it. */
record Coded(String code, String ja, String en) {

    String label(String lang) {
        return "en".equals(lang) ? en : ja;
    }
}
