using System.Globalization;

namespace Ita.Functions.Storage.Tables;

/// <summary>Values as the wire spells them.</summary>
internal static class EdmText
{
    public const string Binary = "Edm.Binary";
    public const string DateTime = "Edm.DateTime";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Int64 = "Edm.Int64";

    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset ParseTime(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>A value the server annotated, or sent plain, in the type the annotation names.</summary>
    public static object Read(object value, string type) => (type, value) switch
    {
        (Int64, string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (DateTime, string text) => ParseTime(text),
        (Binary, string text) => Convert.FromBase64String(text),
        (Guid, string text) => System.Guid.Parse(text),
        (Double, string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        (Double, int number) => (double)number,
        _ => value,
    };
}
