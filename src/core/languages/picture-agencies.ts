/** Who sells or lends pictures to the press, folded as `foldName` does; news agencies are listed with the languages. */
export const pictureAgencies: readonly string[] =
  'getty|getty images|gettyimages|epa|epa efe|efe epa|shutterstock|istock|istockphoto|alamy|alamy stock photo|sipa|sipa press|abaca|abacapress|belga|belga photo|keystone|zuma|zuma press|zumapress|maxppp|pa|pa images|pa wire|hans lucas|bestimage|ip3 press|imago|imago images|nurphoto|cordon press|contactophoto|contacto|pexels|unsplash|pixabay|wikimedia|wikimedia commons|wikipedia|flickr|adobe stock|adobestock|fotolia|depositphotos|dreamstime|handout|pool|pool photo|file|archives|archivo|afp photo|afp photos|ap photo|apa|picture alliance|dpa picture alliance|ritzau scanpix|scanpix|tt|ntb|lehtikuva|bloomberg|polaris|rex|redux|magnum|gamma|gamma rapho|dr|creative commons|cc by|غيتي|غيتي ايمجز|جيتي|شترستوك|ارشيف|ارشيفيه'.split(
    '|',
  );
