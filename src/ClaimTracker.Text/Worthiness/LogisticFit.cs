namespace ClaimTracker.Text.Worthiness;

/// <summary>Logistic regression that stays near where it starts: few examples move the weights little.</summary>
internal static class LogisticFit
{
    /// <summary>The pull towards the start, as strong as so many examples.</summary>
    private const double Pull = 10;

    private const int Rounds = 12;

    /// <summary>Moves weights so that they tell the examples apart (Newton's method).</summary>
    /// <param name="examples">The parts of each sum, and whether it is one of those that should be high.</param>
    /// <param name="start">The weights to start from.</param>
    public static double[] Fit(IReadOnlyList<(double[] Parts, bool High)> examples, double[] start)
    {
        var (weights, n) = (start.ToArray(), start.Length);
        for (var round = 0; round < Rounds; round++)
        {
            var (slope, curve) = (new double[n], new double[n][]);
            for (var i = 0; i < n; i++)
            {
                curve[i] = new double[n];
                (slope[i], curve[i][i]) = (Pull * (start[i] - weights[i]), Pull);
            }

            foreach (var (parts, high) in examples)
            {
                var chance = 1 / (1 + Math.Exp(-Sum(parts, weights)));
                Add(parts, (high ? 1 : 0) - chance, chance * (1 - chance), slope, curve);
            }

            var step = Solve(curve, slope);
            for (var i = 0; i < n; i++)
            {
                weights[i] = Math.Clamp(weights[i] + step[i], WorthinessWeights.Lowest, WorthinessWeights.Highest);
            }
        }

        return weights;
    }

    private static void Add(double[] parts, double miss, double curvature, double[] slope, double[][] curve)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not 0 and var part)
            {
                slope[i] += miss * part;
                for (var j = 0; j < parts.Length; j++)
                {
                    curve[i][j] += curvature * part * parts[j];
                }
            }
        }
    }

    private static double Sum(double[] parts, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            sum += parts[i] * weights[i];
        }

        return sum;
    }

    /// <summary>Solves linear equations (Gauss); the pull keeps every pivot above zero.</summary>
    private static double[] Solve(double[][] left, double[] right)
    {
        var n = right.Length;
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = pivot + 1; row < n; row++)
            {
                var factor = left[row][pivot] / left[pivot][pivot];
                for (var column = pivot; column < n && factor != 0; column++)
                {
                    left[row][column] -= factor * left[pivot][column];
                }

                right[row] -= factor * right[pivot];
            }
        }

        var solved = new double[n];
        for (var row = n - 1; row >= 0; row--)
        {
            var rest = right[row];
            for (var column = row + 1; column < n; column++)
            {
                rest -= left[row][column] * solved[column];
            }

            solved[row] = rest / left[row][row];
        }

        return solved;
    }
}
