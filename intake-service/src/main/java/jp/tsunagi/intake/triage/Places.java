package jp.tsunagi.intake.triage;

import java.util.Arrays;

/** Places of a text where something can end, each once and in their order. A phrase has few of them, and a text many phrases. */
final class Places {

    private static final int FEW = 8;

    private int[] places = new int[FEW];
    private int size;

    void add(int place) {
        int before = size;
        while (before > 0 && places[before - 1] > place) {
            before--;
        }
        if (before > 0 && places[before - 1] == place) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        System.arraycopy(places, before, places, before + 1, size - before);
        places[before] = place;
        size++;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return places[index];
    }
}
