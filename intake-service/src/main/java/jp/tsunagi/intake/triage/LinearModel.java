package jp.tsunagi.intake.triage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A weight for each feature and class, learned by logistic regression (softmax, AdaGrad) from labelled texts. The same
 * texts give the same weights. Features are numbers here; {@link Learned} knows their names.
 */
final class LinearModel {

    private static final int EPOCHS = 15;
    private static final float RATE = 0.25f;
    private static final float DECAY = 1e-5f;

    private final List<String> classes;
    private final float[][] weights;

    private LinearModel(List<String> classes, float[][] weights) {
        this.classes = List.copyOf(classes);
        this.weights = weights;
    }

    /**
     * @param features of a text
     * @param right the classes of which any is right
     */
    record Example(int[] features, List<String> right) {}

    static LinearModel train(List<String> classes, int features, List<Example> examples) {
        LinearModel model = new LinearModel(classes, new float[features][classes.size()]);
        model.learn(examples);
        return model;
    }

    private void learn(List<Example> examples) {
        float[][] squares = new float[weights.length][classes.size()];
        float[][] wanted = new float[examples.size()][classes.size()];
        for (int i = 0; i < wanted.length; i++) {
            List<String> right = examples.get(i).right;
            for (String one : right) {
                wanted[i][classes.indexOf(one)] += 1f / right.size();
            }
        }
        SplittableRandom order = new SplittableRandom(1);
        int[] shuffled = new int[wanted.length];
        Arrays.setAll(shuffled, i -> i);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = order.nextInt(i + 1);
                int kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            for (int i : shuffled) {
                step(examples.get(i).features, wanted[i], squares);
            }
        }
    }

    private void step(int[] features, float[] wanted, float[][] squares) {
        float scale = scale(features.length);
        float[] probabilities = probabilities(features);
        for (int feature : features) {
            for (int k = 0; k < wanted.length; k++) {
                float gradient = (probabilities[k] - wanted[k]) * scale + DECAY * weights[feature][k];
                squares[feature][k] += gradient * gradient;
                weights[feature][k] -= RATE * gradient / ((float) Math.sqrt(squares[feature][k]) + 1e-3f);
            }
        }
    }

    /** Long texts have more features, and are no surer for it. */
    private static float scale(int features) {
        return features == 0 ? 0 : (float) (1 / Math.sqrt(features));
    }

    private float[] probabilities(int[] features) {
        float[] scores = new float[classes.size()];
        float scale = scale(features.length);
        for (int feature : features) {
            for (int k = 0; k < scores.length; k++) {
                scores[k] += weights[feature][k] * scale;
            }
        }
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(scores[k] - most);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    /** How likely each class is. */
    Map<String, Float> guess(int[] features) {
        float[] probabilities = probabilities(features);
        Map<String, Float> guess = new HashMap<>();
        for (int k = 0; k < probabilities.length; k++) {
            guess.put(classes.get(k), probabilities[k]);
        }
        return guess;
    }

    /** How much more a feature speaks for a class than for the others on average. */
    float support(int feature, String one) {
        float sum = 0;
        for (float weight : weights[feature]) {
            sum += weight;
        }
        return weights[feature][classes.indexOf(one)] - sum / classes.size();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(classes.size());
        for (String one : classes) {
            out.writeUTF(one);
        }
        for (float[] row : weights) {
            for (float weight : row) {
                out.writeFloat(weight);
            }
        }
    }

    static LinearModel read(DataInput in, int features) throws IOException {
        List<String> classes = new ArrayList<>();
        for (int k = in.readInt(); k > 0; k--) {
            classes.add(in.readUTF());
        }
        float[][] weights = new float[features][classes.size()];
        for (float[] row : weights) {
            for (int k = 0; k < row.length; k++) {
                row[k] = in.readFloat();
            }
        }
        return new LinearModel(classes, weights);
    }
}
