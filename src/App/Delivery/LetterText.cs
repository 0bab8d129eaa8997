namespace Ita.App.Delivery;

/// <summary>The text of an e-mail in both languages.</summary>
internal static class LetterText
{
    public static string InBoth(string thai, string english) => $"{thai}\n\nEnglish\n\n{english}\n";
}
