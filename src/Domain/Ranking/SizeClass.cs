namespace Ita.Domain.Ranking;

/// <summary>The size of an agency by its staff.</summary>
public enum SizeClass
{
    /// <summary>Fewer than 50.</summary>
    Small,

    /// <summary>50 to 199.</summary>
    Medium,

    /// <summary>200 and more.</summary>
    Large,
}

/// <summary>Classes of size, to compare agencies with those of about their size.</summary>
/// <remarks>ASSUMED: the limits are the product's own. The assessment publishes no classes by staff; its fixed minimum of respondents names small,
/// medium and large bodies without limits (docs/sources/public.md).</remarks>
public static class SizeClasses
{
    private const int FewestOfMedium = 50;
    private const int FewestOfLarge = 200;

    /// <summary>Null when the number of staff is not stated.</summary>
    /// <param name="staff">Staff with at least a year of service.</param>
    public static SizeClass? Of(int? staff) => staff switch
    {
        null => null,
        < FewestOfMedium => SizeClass.Small,
        < FewestOfLarge => SizeClass.Medium,
        _ => SizeClass.Large,
    };
}
