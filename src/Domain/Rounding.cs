namespace Ita.Domain;

/// <summary>The one place that rounds: two decimals, half away from zero, and only for what is shown.</summary>
public static class Rounding
{
    /// <summary>84.985 is 84.99; .NET's default (banker's) would say 84.98.</summary>
    public static decimal ToShown(decimal score) => Math.Round(score, 2, MidpointRounding.AwayFromZero);
}
