using System.Globalization;
using System.Text.RegularExpressions;

namespace Ita.LocalHost.Invocations;

/// <summary>Texts that Newtonsoft.Json in the host takes for dates without being asked.</summary>
internal static partial class IsoTime
{
    public static DateTimeOffset? Parse(string text) =>
        Shape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})?$")]
    private static partial Regex Shape();
}
