namespace Ita.Intake.Workbooks;

/// <summary>Text that may be cut into runs of different looks; readings aloud (rPh) are left out.</summary>
internal static class RichText
{
    /// <summary>The text of the current element, which is read to its end.</summary>
    public static string Of(PartReader part, string element)
    {
        if (part.IsEmpty)
        {
            return "";
        }

        var text = "";
        var isReading = false;
        while (part.Read() && !part.IsEndOf(element))
        {
            isReading = part.IsStart && part.Name == "rPh" ? !part.IsEmpty : isReading && !part.IsEndOf("rPh");
            if (part.IsStart && part.Name == "t" && !isReading)
            {
                text += part.ReadText();
            }
        }

        return text;
    }
}
