namespace Ita.App.Delivery;

/// <summary>The way on which a letter is sent. The names are part of the API.</summary>
public enum Channel
{
    /// <summary>A text message, by the webhook of an SMS gateway.</summary>
    Phone,

    /// <summary>An e-mail, by SMTP.</summary>
    Email,
}
