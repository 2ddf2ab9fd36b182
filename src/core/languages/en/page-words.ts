import type { PageWords } from '../page-words.ts';

export const pageWords: PageWords = {
  exact: {
    navigation:
      'home|menu|close|open|search|ok|next|previous|prev|back|back to top|site map|sitemap|skip to content|skip to main content|skip to navigation|read more|more|see more|see all|view all|show more|load more|continue reading|latest|news|world|politics|business|economy|sport|sports|culture|lifestyle|opinion|video|videos|photos|gallery|multimedia|weather|services|contact|contact us|main menu|toggle navigation|breaking headline|breaking news|headlines|top stories|sections|all sections|site icon|log in|login|sign in|register|my account|log out|e paper|archive|archives|live|listen|watch|trending|edition|advertisement feature|prev next|table of contents|contents',
    form: 'username|password|remember me|forgot password|forgot your password|create an account|sign up|subscribe|subscribe now|subscribe today|email|e mail|email address|your email|your email address|your name|name|submit|send|cancel|captcha|repeat password|confirm password|newsletter|newsletters|join|first name|last name|enter your email|sign up now|get the newsletter|website',
    rating: 'rate this article|rate this item|votes|vote|your rating|rating|rate this',
    poll: 'poll|results|view results|total votes|see results',
    comment:
      'comments|comment|leave a comment|leave a reply|add a comment|post a comment|post comment|write a comment|reply|no comments|no comments yet|be the first to comment|join the conversation|view comments|show comments|comments are closed|your comment|report abuse|join the discussion|cancel reply|responses',
    social:
      'share|share this|share this article|share on facebook|share on twitter|share this story|share this post|facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|messenger|email|print|copy link|tweet|reddit|follow us|follow us on|follow|rss|google news|flipboard|copy|link copied|shares|bluesky|threads|snapchat|tumblr|save|share article|gift this article|email this article|print this article|print article',
    related:
      'related|related articles|related stories|related news|related posts|related content|related topics|related coverage|recommended|recommended for you|recommended stories|you may also like|you might also like|more stories|more news|more from|most read|most popular|popular|popular posts|trending now|latest news|latest stories|also read|read also|read next|up next|see also|next article|previous article|next story|previous story|next post|previous post|more on this|more on this story|more like this|dont miss|don t miss|in case you missed it|editor s picks|editors picks|top news|our picks|what to read next|keep reading|explore more|around the web|sponsored stories|more in|latest articles|recent posts|recent news|similar articles|more coverage|in this article|further reading|most viewed|most watched|must read|must reads|trending stories|you may like',
    advert:
      'advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|promoted content|story continues below advertisement|article continues below advertisement|advertising|continue reading below|advertisement scroll to continue|skip advertisement|skip ad|remove ads|article continues after advertisement|story continues after advertisement|story continues below|article continues below|content continues below',
    video: 'videos|video|watch|watch video|watch the video|play video|now playing',
    tags: 'tags|topics|keywords|filed under|categories|category|tagged',
    legal:
      'privacy policy|terms of use|terms of service|terms and conditions|terms conditions|all rights reserved|cookie policy|cookies|about us|about|accept|accept all|accept cookies|reject|reject all|manage cookies|disclaimer|privacy|terms|advertise|advertise with us|careers|help|corrections|ethics policy|site feedback|accessibility|do not sell my personal information|i agree|got it|cookie settings|privacy settings',
    notice: 'report|report this image|thank you for reporting',
  },
  starts: {
    form: 'enter your email|please fill|please enter|required fields|your email address will not|sign up for|sign up to|subscribe to|get the latest|get real time updates|get our daily|by signing up|by subscribing|by clicking|please log in|please sign in|get breaking news|get the best|receive our|already a subscriber|already have an account|to continue reading|you have been successfully added|success thank you for|thanks for signing up|thank you for subscribing|support our journalism|register to read|join our newsletter|sign in to',
    comment:
      'you must be logged in|log in to comment|sign in to comment|please log in to comment|be the first to|view all comments|read all comments|load comments|comments are|to comment|commenting is|have your say',
    notice:
      'this image will be automatically|this photo will be automatically|this picture will be automatically|this image will be blocked|this image will be hidden|this image will be removed|this photo will be blocked|this photo will be hidden|this photo will be removed|the image will be blocked|the image will be hidden|the photo will be blocked|the photo will be hidden|thank you for reporting|thanks for reporting|thank you for your report|thanks for your report',
    related:
      'also read|read also|see also|related:|read more|more from|recommended for you|read next|you may also|recommended|related article|related story|related video|more on|don t miss|must read|watch also|more about|click here for more|click here to read more|in pictures|explore more',
    'source-link':
      'click here to read the article|read the original article|read original article|read full article on|view original|see the original|read the full story at|read the full article|original article|the original article',
    social:
      'follow us on|share on|share via|click to share|join us on|like us on|find us on|follow along|join our whatsapp|join our telegram|download the app|download our app|connect with us|follow us|share this|follow me on|click to email|click to print|click here to share',
    legal:
      'all rights reserved|copyright|we use cookies|this site uses cookies|this website uses cookies|by continuing to use|this material may not be|this site is protected by|the views expressed|the opinions expressed|disclaimer|we and our partners|your privacy|your browser|please enable javascript|javascript is|this content is|published by|this story has not been edited|reproduction in whole|this article is protected by|© |we value your privacy|when you purchase|as an amazon associate|this post may contain affiliate|if you buy something',
    poll: 'total votes|number of votes',
    advert: 'advertisement|story continues below|article continues below|this advertisement|ad feedback',
    navigation:
      'skip to|jump to|back to|go to the homepage|listen to this article|this is an archived article|estimated reading time|reading time',
  },
  contains: {
    comment: 'leave a comment|comments are closed|comments yet',
    form: 'forgot your password|required fields|sign up for our',
    legal: 'all rights reserved|privacy policy|terms of service|terms of use',
  },
  publishedIn: 'published in|posted in|appeared in|published on|first published in|published by',
  publishedOn:
    'published|published on|posted|posted on|first published|date|last published|publication date|on|publish date|created|issued|pubdate',
  modifiedOn:
    'updated|last updated|updated on|modified|last modified|update|article updated|updated at|last update|edited',
  otherDay:
    'release date|released|release|launch date|start date|starts|end date|ends|event date|due date|deadline|expires|expiry date|valid until|effective date|born|date of birth|joined|member since|since|registered|registered on|last login|last seen|retrieved|accessed|until|through',
  by: 'by|written by|edited by|story by|reported by|posted by|author|reporting by|from|words by|text by|compiled by|translated by',
  jobs: 'editor|editors|writer|reporter|correspondent|columnist|journalist|contributor|contributors|officer|head|chief|director|manager|analyst|professor|fellow|producer|photographer|staff|senior|junior|associate|deputy|assistant|executive|president|founder|cofounder|ceo|intern|freelance|specialist|strategist|author|bureau|follow|reviewer|team',
  newsrooms:
    'staff|staff writer|staff writers|staff reporter|staff reporters|staff reports|news desk|newsdesk|web desk|newsroom|editor|editors|editorial|editorial board|editorial staff|editorial team|admin|administrator|webmaster|super user|superuser|user|guest|anonymous|unknown|none|team|support team|contributors|press release|newsletter|desk|agency|agencies|wire reports',
  source: 'source|sources|via',
  withAgency:
    'with|with inputs from|with input from|inputs from|with files from|with reporting by|with material from|and|additional reporting by|reporting by',
  agencies: 'agencies|agency|news agencies|with agencies|and agencies|wires|wire services',
  photo:
    'photo|photos|photo by|credit|credits|image|image credit|photo credit|photograph|picture|pic|getty images|file photo|courtesy|photographer|illustration',
  photoBy:
    'copyright|photo by|photos by|photograph by|photography by|picture by|image by|photo courtesy of|image courtesy of|courtesy of|courtesy|photo from|photo',
  live: 'live|live blog|live updates|as it happened|minute by minute|live coverage|liveblog',
  gallery: 'in pictures|in photos|photo gallery|photos|gallery|slideshow|photo essay',
  missing:
    'page not found|404|404 not found|error 404|not found|access denied|page unavailable|just a moment|are you a robot|attention required|article not found|this page does not exist|page isn t available|page can t be found',
  cues: {
    asks: 'newsletter newsletters subscribe subscribed subscriber subscribers subscribing subscription subscriptions unsubscribe signup inbox follow followers click download app register registered login donate donation support member membership podcast alerts whatsapp telegram facebook twitter instagram linkedin tiktok youtube tweet share email listen sale deals coupon buy shop',
    legal:
      'copyright reserved cookies cookie privacy affiliate commission commissions advertisement advertisers advertising advertise sponsored sponsor partners disclaimer terms republish republished reproduced reproduction licensed license guidelines moderated premoderated moderation consent trademark permission browser javascript endorse endorsement accuracy liability compensation',
    about:
      'author authors reporter reporters correspondent editor editors editorial writer writers journalist journalists freelance contributor contributors contributed contributing columnist reached contact bio biography edited reporting graduate book books note correction updated version originally',
  },
};
