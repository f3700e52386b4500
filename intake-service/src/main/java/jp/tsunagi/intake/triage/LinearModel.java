package jp.tsunagi.intake.triage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
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

    /** About as many features as ten letters have. */
    private static final int FEW = 60;

    private final List<String> classes;

    /** Of each feature the weights of all classes, one after the other. */
    private final float[] weights;

    private LinearModel(List<String> classes, float[] weights) {
        this.classes = List.copyOf(classes);
        this.weights = weights;
    }

    /**
     * @param features of a text
     * @param right the classes of which any is right
     */
    record Example(int[] features, List<String> right) {}

    static LinearModel train(List<String> classes, int features, List<Example> examples) {
        LinearModel model = new LinearModel(classes, new float[features * classes.size()]);
        model.learn(examples);
        return model;
    }

    private void learn(List<Example> examples) {
        float[] squares = new float[weights.length];
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

    private void step(int[] features, float[] wanted, float[] squares) {
        float scale = scale(features.length);
        float[] probabilities = probabilities(features);
        for (int feature : features) {
            for (int k = 0, at = feature * wanted.length; k < wanted.length; k++, at++) {
                float gradient = (probabilities[k] - wanted[k]) * scale + DECAY * weights[at];
                squares[at] += gradient * gradient;
                weights[at] -= RATE * gradient / ((float) Math.sqrt(squares[at]) + 1e-3f);
            }
        }
    }

    /** Long texts have more features and are no surer for it; a text of a few words is less sure. */
    private static float scale(int features) {
        return (float) (1 / Math.sqrt(features + FEW));
    }

    private float[] probabilities(int[] features) {
        float[] scores = new float[classes.size()];
        float scale = scale(features.length);
        for (int feature : features) {
            for (int k = 0, at = feature * scores.length; k < scores.length; k++, at++) {
                scores[k] += weights[at] * scale;
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
        int first = feature * classes.size();
        float sum = 0;
        for (int k = 0; k < classes.size(); k++) {
            sum += weights[first + k];
        }
        return weights[first + classes.indexOf(one)] - sum / classes.size();
    }

    /** How much a feature says at most for or against a class. */
    float strength(int feature) {
        float most = 0;
        for (int k = 0, at = feature * classes.size(); k < classes.size(); k++, at++) {
            most = Math.max(most, Math.abs(weights[at]));
        }
        return most;
    }

    /** The same model with these features only, numbered anew in this order. */
    LinearModel only(int[] features) {
        int size = classes.size();
        float[] kept = new float[features.length * size];
        for (int i = 0; i < features.length; i++) {
            System.arraycopy(weights, features[i] * size, kept, i * size, size);
        }
        return new LinearModel(classes, kept);
    }

    /** Half precision: a guess changes by less than a thousandth, and the file is half as long. */
    void write(DataOutput out) throws IOException {
        out.writeInt(classes.size());
        for (String one : classes) {
            out.writeUTF(one);
        }
        ByteBuffer halves = ByteBuffer.allocate(weights.length * Short.BYTES);
        for (float weight : weights) {
            halves.putShort(Float.floatToFloat16(weight));
        }
        out.write(halves.array());
    }

    static LinearModel read(DataInput in, int features) throws IOException {
        List<String> classes = new ArrayList<>();
        for (int k = in.readInt(); k > 0; k--) {
            classes.add(in.readUTF());
        }
        float[] weights = new float[features * classes.size()];
        byte[] halves = new byte[weights.length * Short.BYTES];
        in.readFully(halves);
        ByteBuffer read = ByteBuffer.wrap(halves);
        for (int at = 0; at < weights.length; at++) {
            weights[at] = Float.float16ToFloat(read.getShort());
        }
        return new LinearModel(classes, weights);
    }
}
